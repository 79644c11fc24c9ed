import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ipToNumber, numberToIp, type Ip } from './ip'
import { asIpv6, embeddedIpv4 } from './nat64'

describe('NAT64 addresses', () => {
  it('end in the IPv4 address', () => {
    expect(asIpv6(numberToIp(0x08080808))).toBe('64:ff9b::808:808')
    expect(embeddedIpv4('64:ff9b::a00:105' as Ip)).toBe('10.0.1.5')
  })
  it.each(['2001:db8::808:808', '64:ff9b:1::808:808', '8.8.8.8'])('%s is none', (ip) => {
    expect(embeddedIpv4(ip as Ip)).toBeNull()
  })
  it('are written and read without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (number) => {
        const back = embeddedIpv4(asIpv6(numberToIp(number)))
        expect(back && ipToNumber(back)).toBe(number)
      }),
    )
  })
})
