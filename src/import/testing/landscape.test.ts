import { expect, it } from 'vitest'
import { importFiles } from '../import'
import { landscape } from './landscape'

it('a landscape is described whole: nothing of it is skipped, missing or assumed', () => {
  const read = importFiles(landscape(14), { name: 'company' })
  expect(read.ok && read.value.report).toMatchObject({
    counts: { vpc: 14, 'transit-gateway': 5, 'transit-gateway-vpc-attachment': 14, workload: 42 },
    remarks: [],
    unknown: [],
  })
})
