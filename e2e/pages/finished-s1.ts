import type { Designer } from './designer'

export const s1 = 'EKS to ECS across two VPCs'

/** Opens the first example and takes its repairs, until service A reaches service B. */
export async function finishS1(designer: Designer): Promise<void> {
  await designer.start.example(s1)
  await mendS1(designer)
}

/** The repairs alone. */
export async function mendS1({ path }: Designer): Promise<void> {
  await path.mend('Peer VPC A with VPC B')
  await path.mend('Accept the peering connection')
  await path.mend('Let security group service-b admit tcp/8080 from security group service-a')
  await path.verdict.getByText('Reachable', { exact: true }).waitFor()
}
