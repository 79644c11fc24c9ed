import type { InputFile } from '../unpack'
import { hub, outside, type Lists } from './landscape-hub'
import { vpcWith } from './landscape-vpc'

const regions = [
  'eu-west-1',
  'eu-central-1',
  'us-east-1',
  'us-west-2',
  'ap-northeast-2',
  'ap-southeast-1',
] as const

const accountOf = (index: number) => String(300_000_000_000 + index)

/** Three VPCs to an account, as a landing zone deals them out. */
const vpcsPerAccount = 3

/**
 * What the AWS CLI describes of a company: so many VPCs of several accounts, spread over Regions with
 * a transit gateway each, peered in a row, joined to data centres. One file for each account, Region
 * and call, as a collecting script writes them. The same number gives the same files.
 */
export function landscape(vpcs: number): readonly InputFile[] {
  const files = new Map<string, Lists>()
  const put = (ownerId: string, region: string, lists: Lists) => {
    const folder = `accounts/${ownerId}/${region}`
    const there = files.get(folder) ?? {}
    for (const [key, list] of Object.entries(lists)) there[key] = [...(there[key] ?? []), ...list]
    files.set(folder, there)
  }
  const perRegion = Math.ceil(vpcs / regions.length)
  const network = accountOf(0)
  for (const [index, region] of regions.entries()) {
    const here = Math.min(perRegion, vpcs - index * perRegion)
    if (here <= 0) break
    put(network, region, hub({ region, index, ownerId: network }))
    if (index === 0) put(network, region, outside(network))
    for (let nth = 0; nth < here; nth += 1) {
      const number = index * perRegion + nth
      const ownerId = accountOf(1 + Math.floor(number / vpcsPerAccount))
      put(ownerId, region, vpcWith({ number, region, hub: index, ownerId, network }))
    }
  }
  const encoder = new TextEncoder()
  return [...files].flatMap(([folder, lists]) =>
    Object.entries(lists).map(([key, list]) => ({
      path: `${folder}/${key}.json`,
      bytes: encoder.encode(JSON.stringify({ [key]: list })),
    })),
  )
}
