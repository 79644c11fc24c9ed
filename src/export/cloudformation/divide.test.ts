import { describe, expect, it } from 'vitest'
import { documentOf, routeTable, subnet, vpc } from '../../model/testing/build'
import { exportDesign } from '../export'
import { largestBody, utf8Length } from './limits'

/** VPCs that share a transit gateway, each with ten resources or so. */
const spokes = (count: number) =>
  documentOf(
    {
      id: 'transit-gateway:hub',
      kind: 'transit-gateway',
      name: 'hub',
      ownerId: '111111111111',
      region: 'eu-west-1',
    },
    ...Array.from({ length: count }, (_, i) => [
      vpc(`s${i}`, `10.${i}.0.0/16`),
      subnet(`s${i}a`, `s${i}`, `10.${i}.0.0/24`, { routeTableId: `route-table:s${i}` }),
      subnet(`s${i}b`, `s${i}`, `10.${i}.1.0/24`, { routeTableId: `route-table:s${i}` }),
      routeTable(`s${i}`, `s${i}`, { '10.0.0.0/8': 'transit-gateway:hub' }),
      {
        id: `transit-gateway-vpc-attachment:s${i}`,
        kind: 'transit-gateway-vpc-attachment',
        name: `s${i}`,
        transitGatewayId: 'transit-gateway:hub',
        vpcId: `vpc:s${i}`,
        subnetIds: [`subnet:s${i}a`],
      },
    ]).flat(),
  )

const exported = (count: number) => {
  const { files, gaps } = exportDesign(spokes(count), { to: 'cloudformation' })
  return { gaps, stacks: files.filter(({ path }) => path.startsWith('stacks/')) }
}

describe('the stacks of an account and Region', () => {
  it('are one as long as there is room', () => {
    expect(exported(5).stacks.map(({ path }) => path)).toEqual([
      'stacks/main-account-eu-west-1.yaml',
    ])
  })
  it('are one for each VPC where one alone would need a bucket of S3, and none does', () => {
    const { stacks } = exported(30)
    expect(stacks).toHaveLength(31)
    for (const { path, text } of stacks) expect(utf8Length(text), path).toBeLessThan(largestBody)
  })
  it('are one for each transit gateway where what joins VPCs would need a bucket', () => {
    const hubs = ['east', 'west'].flatMap((name) => [
      {
        id: `transit-gateway:${name}`,
        kind: 'transit-gateway',
        name,
        ownerId: '111111111111',
        region: 'eu-west-1',
      },
      ...Array.from({ length: 40 }, (_, i) => ({
        id: `transit-gateway-route-table:${name}-${i}`,
        kind: 'transit-gateway-route-table',
        name: `${name} ${i}`,
        transitGatewayId: `transit-gateway:${name}`,
        routes: Object.fromEntries(
          ['10.0.0.0/8', '172.16.0.0/12'].map((to) => [to, { attachmentId: null }]),
        ),
      })),
    ])
    const { files } = exportDesign(documentOf(...hubs), { to: 'cloudformation' })
    const stacks = files.filter(({ path }) => path.startsWith('stacks/'))
    expect(stacks.map(({ path }) => path)).toEqual([
      'stacks/main-account-eu-west-1-east.yaml',
      'stacks/main-account-eu-west-1-west.yaml',
    ])
    for (const { path, text } of stacks) expect(utf8Length(text), path).toBeLessThan(largestBody)
  })
  it('are one for each VPC and one for what joins them near a limit, and none is over', () => {
    const { gaps, stacks } = exported(80)
    expect(stacks.map(({ path }) => path)).toContain('stacks/main-account-eu-west-1-s7.yaml')
    expect(stacks.length).toBeGreaterThan(80)
    expect(gaps.filter(({ text }) => text.includes('CloudFormation allows'))).toEqual([])
    for (const { text } of stacks)
      expect((text.match(/^ {4}Type: AWS::/gm) ?? []).length).toBeLessThan(500)
  })
  it.each([
    [5, 'a later export then divides it'],
    [80, 'a later export may divide them otherwise'],
  ])('warn that growth moves resources between stacks: %i VPCs', (count, warning) => {
    const { files } = exportDesign(spokes(count), { to: 'cloudformation' })
    const readme = files.find(({ path }) => path === 'README.md')?.text
    expect(readme).toContain(warning)
    expect(readme).toContain('made a second time by its new stack and deleted by its old one')
  })
  it('hand each other what they make, and say in which order', () => {
    const { files } = exportDesign(spokes(80), { to: 'cloudformation' })
    const manifest = JSON.parse(files.find(({ path }) => path === 'manifest.json')?.text ?? '') as {
      stacks: readonly { name: string; parameters: Readonly<Record<string, { output: string }>> }[]
    }
    const hub = manifest.stacks.findIndex(({ name }) => name === 'test-main-account-eu-west-1')
    const spoke = manifest.stacks.findIndex(({ name }) => name === 'test-main-account-eu-west-1-s7')
    expect(hub).toBeLessThan(spoke)
    const outputs = Object.values(manifest.stacks[spoke]?.parameters ?? {}).map((it) => it.output)
    expect(outputs).toContainEqual(expect.stringMatching(/^test-main-account-eu-west-1\./))
  })
})
