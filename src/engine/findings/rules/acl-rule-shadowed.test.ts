import { describe, expect, it } from 'vitest'
import { aclAllow, aclDeny, aclEntry, networkAcl, vpc } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { aclRuleShadowed } from './acl-rule-shadowed'

const any = '0.0.0.0/0'
const design = (...entries: readonly unknown[]) => [
  vpc('v', '10.0.0.0/16'),
  networkAcl('n', 'v', Object.fromEntries(entries.map((it, index) => [(index + 1) * 10, it]))),
]
const icmp = (icmpType: number) => ({ ...aclEntry('allow', any, '1'), icmpType, icmpCode: -1 })

describe('L48', () => {
  it.each<readonly [string, readonly unknown[], readonly string[]]>([
    ['a deny behind an allow of everything', [aclAllow(any), aclDeny('10.0.0.0/8')], ['warn']],
    ['the same thing twice', [aclAllow(any), aclAllow('10.0.0.0/8', 'tcp', 443)], ['info']],
    ['a deny before the allow', [aclDeny('10.0.0.0/8'), aclAllow(any)], []],
    ['another block', [aclAllow('10.0.0.0/8'), aclDeny('192.168.0.0/16')], []],
    ['another protocol', [aclAllow(any, 'tcp', [0, 65535]), aclDeny(any, 'udp', 53)], []],
    ['the same protocol by number', [aclAllow(any, 'tcp', 443), aclDeny(any, '6', 443)], ['warn']],
    ['ports inside', [aclAllow(any, 'tcp', [1, 100]), aclDeny(any, 'tcp', 22)], ['warn']],
    ['ports beyond', [aclAllow(any, 'tcp', [1, 100]), aclDeny(any, 'tcp', [50, 101])], []],
    ['a wider protocol', [aclAllow(any, 'tcp', [0, 65535]), aclDeny(any)], []],
    ['a type of ICMP', [icmp(8), icmp(0)], []],
    ['any type of ICMP', [icmp(-1), icmp(0)], ['info']],
    ['the other family', [aclAllow(any), aclDeny('::/0')], []],
  ])('%s', (_, entries, severities) => {
    expect(found(aclRuleShadowed, design(...entries)).map((it) => it.severity)).toEqual(severities)
  })
  it('numbers are compared as numbers, not as texts', () => {
    const acl = networkAcl('n', 'v', { 100: aclDeny('10.0.0.0/8'), 20: aclAllow(any) })
    const [finding] = found(aclRuleShadowed, vpc('v', '10.0.0.0/16'), acl)
    expect(finding?.message).toContain('rule 100')
  })
  it('offers to remove the rule', () => {
    expect(left(aclRuleShadowed, design(aclAllow(any), aclDeny('10.0.0.0/8')))).toEqual([0])
  })
})
