import type { Raw } from '../../kinds/describe'

/** What a resource of Terraform is in the words of CloudFormation, whose readers write it down. */
export interface Written {
  readonly type: string
  readonly properties: Raw
}

export type Words = (it: Raw, id: string) => readonly Written[]

export const partOf = (type: string, properties: Raw): Written => ({
  type: `AWS::EC2::${type}`,
  properties,
})
