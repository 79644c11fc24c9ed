import { describe, expect, it } from 'vitest'
import { presets, printPorts, readPorts, trafficOf, trafficOptions, typeOf } from './ports'

describe('the type list', () => {
  it.each(presets.map((it) => [it.label, it] as const))('knows %s again', (_, preset) => {
    expect(typeOf(preset)).toBe(preset.id)
    expect(typeOf(trafficOf(preset.id, preset))).toBe(preset.id)
  })
  it('names every entry once', () => {
    expect(new Set(trafficOptions.map((it) => it.value)).size).toBe(trafficOptions.length)
  })
  it.each([
    [{ ipProtocol: 'tcp', fromPort: 8080, toPort: 8080 }, 'custom-tcp'],
    [{ ipProtocol: 'udp', fromPort: 1, toPort: 9 }, 'custom-udp'],
    [{ ipProtocol: 'icmp', fromPort: 8, toPort: 0 }, 'custom-icmp'],
    [{ ipProtocol: '50', fromPort: null, toPort: null }, 'custom-protocol'],
  ])('calls %j %s', (traffic, type) => {
    expect(typeOf(traffic)).toBe(type)
  })
  it('keeps ports from one custom type to the next', () => {
    expect(trafficOf('custom-udp', { ipProtocol: 'tcp', fromPort: 7, toPort: 9 })).toEqual({
      ipProtocol: 'udp',
      fromPort: 7,
      toPort: 9,
    })
  })
  it('neither widens nor narrows all traffic silently: every port stays open', () => {
    expect(trafficOf('custom-tcp', { ipProtocol: '-1', fromPort: null, toPort: null })).toEqual({
      ipProtocol: 'tcp',
      fromPort: 0,
      toPort: 65535,
    })
  })
})

describe('ports', () => {
  it.each([
    ['tcp', '443', 443, 443],
    ['tcp', '8000-8100', 8000, 8100],
    ['udp', ' 53 ', 53, 53],
    ['tcp', '1 – 2', 1, 2],
    ['tcp', 'all', 0, 65535],
    ['icmp', 'all', -1, -1],
    ['icmp', '8', 8, -1],
    ['icmp', '8/0', 8, 0],
  ])('%s %j is %i to %i', (protocol, text, fromPort, toPort) => {
    expect(readPorts(protocol, text)).toEqual({ ok: true, fromPort, toPort })
  })
  it.each([
    ['tcp', ''],
    ['tcp', '70000'],
    ['tcp', '1-'],
    ['tcp', 'https'],
    ['icmp', '300'],
    ['icmp', '8-9'],
  ])('%s %j is refused', (protocol, text) => {
    expect(readPorts(protocol, text).ok).toBe(false)
  })
  it('offers a range the right way round', () => {
    expect(readPorts('tcp', '9000-8000')).toMatchObject({ problem: { suggestion: '8000-9000' } })
  })
  it.each([
    ['tcp', '443'],
    ['tcp', '8000-8100'],
    ['udp', 'all'],
    ['icmp', '8/0'],
    ['icmp', '8'],
    ['icmp', 'all'],
  ])('%s %s is printed as it was read', (ipProtocol, text) => {
    const read = readPorts(ipProtocol, text)
    expect(read.ok && printPorts({ ipProtocol, ...read })).toBe(text)
  })
})
