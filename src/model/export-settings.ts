import { z } from '../base/zod'

/**
 * How a design is written as code. `workloads` leaves out what is not network: what runs behind the
 * security groups, subnets and target groups. Terraform comes as one flat project or with a module
 * for each VPC; a Region is a provider alias or, from version 6 of the provider, an argument.
 */
export interface ExportOptions {
  readonly terraformLayout: 'flat' | 'modules'
  readonly terraformRegions: 'alias' | 'argument'
  readonly cloudformationFormat: 'yaml' | 'json'
  readonly workloads: boolean
}

/** What a design remembers of its exports: how it is written, and under which names it was. */
export interface ExportSettings {
  readonly options: ExportOptions
  /**
   * Terraform addresses of the last export that was taken, by resource and its part. Whoever
   * applied it has them in a state, so that another name needs a `moved` block.
   */
  readonly addresses: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const usualOptions: ExportOptions = {
  terraformLayout: 'flat',
  terraformRegions: 'alias',
  cloudformationFormat: 'yaml',
  workloads: true,
}

const address = z
  .string()
  .max(1000)
  .regex(/^(module\.[a-z_]\w*\.)?aws_[a-z0-9_]+\.[a-z_]\w*$/)

export const exportSettingsSchema = z.strictObject({
  options: z
    .strictObject({
      terraformLayout: z.enum(['flat', 'modules']).default(usualOptions.terraformLayout),
      terraformRegions: z.enum(['alias', 'argument']).default(usualOptions.terraformRegions),
      cloudformationFormat: z.enum(['yaml', 'json']).default(usualOptions.cloudformationFormat),
      workloads: z.boolean().default(usualOptions.workloads),
    })
    .default(usualOptions),
  addresses: z.record(z.string(), z.record(z.string(), address)).default({}),
})

/** Are these the settings of a design that never was exported otherwise than usual? */
export function saysNothing({ options, addresses }: ExportSettings): boolean {
  const usual = (Object.keys(usualOptions) as (keyof ExportOptions)[]).every(
    (key) => options[key] === usualOptions[key],
  )
  return usual && Object.keys(addresses).length === 0
}
