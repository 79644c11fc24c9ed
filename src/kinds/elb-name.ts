import { byCodeUnit } from '../iac/order'
import { latin } from '../iac/words'
import type { EmitContext } from './emit'
import type { ResourceOf } from './resource'
import type { Design } from './contract'

const longest = 32

/**
 * Letters, digits and hyphens, a hyphen neither first nor last, and not beginning with `internal-`.
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
 */
function elbText(name: string, otherwise: string): string {
  const text = latin(name)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^internal-/i, 'lb-internal-')
  return text.slice(0, longest).replace(/-$/, '') || otherwise
}

type Named = ResourceOf<'load-balancer' | 'target-group'>

/** The name as Elastic Load Balancing takes it, of its own in the account and Region. */
export function elbName(it: Named, { design, renamed }: EmitContext): string {
  const otherwise = it.kind
  const name = namesOf(it, otherwise, design).get(it.id) ?? otherwise
  if (name !== it.name)
    renamed(
      it.kind === 'load-balancer' ? 'load balancer name' : 'target group name',
      it.name,
      name,
      'Elastic Load Balancing takes 1 to 32 letters, digits and hyphens, and each name once',
    )
  return name
}

/** One hyphen before the number, and still no name that begins with `internal-`. */
function numbered(wish: string, number: number): string {
  const own = wish.toLowerCase() === 'internal' ? `lb-${wish}` : wish
  return `${own.slice(0, longest - 1 - String(number).length).replace(/-$/, '')}-${number}`
}

function namesOf(it: Named, otherwise: string, design: Design): ReadonlyMap<string, string> {
  const home = design.get(it.vpcId)
  const all: readonly Named[] = design.all(it.kind)
  const siblings = all
    .filter((each) => {
      const vpc = design.get(each.vpcId)
      return vpc?.ownerId === home?.ownerId && vpc?.region === home?.region
    })
    .toSorted((a, b) => byCodeUnit(a.id, b.id))
  const wishes = new Set(siblings.map(({ name }) => elbText(name, otherwise).toLowerCase()))
  const taken = new Set<string>()
  const names = new Map<string, string>()
  for (const { id, name } of siblings) {
    const wish = elbText(name, otherwise)
    let free = wish
    // names that somebody else wished for stay theirs
    for (
      let number = 2;
      taken.has(free.toLowerCase()) || (free !== wish && wishes.has(free.toLowerCase()));
      number += 1
    )
      free = numbered(wish, number)
    taken.add(free.toLowerCase())
    names.set(id, free)
  }
  return names
}
