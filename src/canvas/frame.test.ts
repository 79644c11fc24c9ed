import { expect, it } from 'vitest'
import { framesAround } from './frame'

it('lets the frame of a Region lie around those of its accounts, clear of their labels', () => {
  const rects = {
    'vpc:a': { x: 0, y: 0, width: 100, height: 100 },
    'vpc:b': { x: 300, y: 0, width: 100, height: 100 },
  } as const
  const frames = framesAround(
    {
      region: { name: 'eu-west-1', members: ['vpc:a', 'vpc:b'] },
      account: { name: 'Shop', members: ['vpc:a'] },
    },
    ({ members }) => members.map((id) => rects[id as keyof typeof rects]),
  )
  const [region, account] = [frames.get('region'), frames.get('account')]
  if (!region || !account) throw new Error('Both frame something')
  expect(account.x).toBeLessThan(0)
  expect(region.x).toBeLessThan(account.x)
  // the label of the account stands on its upper side
  expect(account.y - region.y).toBeGreaterThan(24)
  expect(region.x + region.width).toBeGreaterThan(400)
})
