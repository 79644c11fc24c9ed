import type { ResourceOf } from '../../../kinds/resource'
import { holds, type Cidr } from '../../../net/cidr'
import { isIp4, parseIp4, parseIp6, type Ip, type Ip4, type Ip6 } from '../../../net/ip'
import { DraftInput, type InputProblem } from '../../../ui/DraftInput'
import { Field } from '../../../ui/Field'
import { Switch } from '../../../ui/Switch'
import styles from '../Inspector.module.css'

type Face = ResourceOf<'workload'>['interfaces'][`subnet:${string}`]

const listed = (text: string) => text.split(/[\s,]+/).filter((it) => it !== '')

/** What is wrong with a list of addresses that shall all be of this block. */
function addressesProblem(
  text: string,
  family: 'IPv4' | 'IPv6',
  block: Cidr | null | undefined,
): InputProblem | null {
  for (const word of listed(text)) {
    const read = family === 'IPv4' ? parseIp4(word) : parseIp6(word)
    if (!read.ok) return { tone: 'error', text: `${word} is not an ${family} address.` }
    const ip: Ip = read.value
    if (block && !holds(block, ip)) return { tone: 'warn', text: `${word} is outside ${block}.` }
    if (!block) return { tone: 'warn', text: `The subnet has no ${family} block.` }
  }
  return null
}

/** What few interfaces need: further addresses, and forwarding for others. */
export function InterfaceDetails({
  face,
  subnet,
  readOnly,
  onChange,
}: {
  readonly face: Face
  readonly subnet: ResourceOf<'subnet'> | undefined
  readonly readOnly: boolean
  readonly onChange: (face: Face) => void
}) {
  const name = subnet?.name ?? 'its subnet'
  const isPlain =
    face.secondaryPrivateIpAddresses.length === 0 &&
    face.ipv6Addresses.length === 0 &&
    !face.assignIpv6Address &&
    face.sourceDestCheck
  return (
    <details className={styles.details} open={!isPlain}>
      <summary>Further addresses, source/destination check</summary>
      <Field label="Secondary private IPv4 addresses">
        <DraftInput
          mono
          label={`Secondary private addresses in ${name}`}
          placeholder="10.0.0.20, 10.0.0.21"
          value={face.secondaryPrivateIpAddresses.join(', ')}
          disabled={readOnly}
          check={(text) => addressesProblem(text, 'IPv4', subnet?.cidrBlock)}
          onCommit={(text) => {
            const next = listed(text).filter((it): it is Ip4 => isIp4(it))
            onChange({ ...face, secondaryPrivateIpAddresses: next })
          }}
        />
      </Field>
      <Field label="IPv6 addresses">
        <DraftInput
          mono
          label={`IPv6 addresses in ${name}`}
          placeholder={subnet?.ipv6CidrBlock ? '2001:db8::10' : 'The subnet has no IPv6 block'}
          value={face.ipv6Addresses.join(', ')}
          disabled={readOnly}
          check={(text) => addressesProblem(text, 'IPv6', subnet?.ipv6CidrBlock)}
          onCommit={(text) => {
            const next = listed(text).flatMap((it): readonly Ip6[] => {
              const read = parseIp6(it)
              return read.ok ? [read.value] : []
            })
            onChange({ ...face, ipv6Addresses: next })
          }}
        />
      </Field>
      <Field label="Assign an IPv6 address">
        <Switch
          label={`Assign an IPv6 address in ${name}`}
          checked={face.assignIpv6Address}
          disabled={readOnly}
          onChange={(assignIpv6Address) => {
            onChange({ ...face, assignIpv6Address })
          }}
        />
      </Field>
      <Field
        label="Source/destination check"
        hint="Off for an interface that forwards what is not addressed to it."
      >
        <Switch
          label={`Source/destination check in ${name}`}
          checked={face.sourceDestCheck}
          disabled={readOnly}
          onChange={(sourceDestCheck) => {
            onChange({ ...face, sourceDestCheck })
          }}
        />
      </Field>
    </details>
  )
}
