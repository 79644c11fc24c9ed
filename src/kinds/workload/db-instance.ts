import { ref, type Variable } from '../../iac/value'
import type { Emission, EmitContext } from '../emit'
import type { ResourceOf } from '../resource'
import { serviceName } from '../service-name'
import type { PlannedNetwork } from './plan'

type Workload = ResourceOf<'workload'>

const groupPart = 'subnet group'
const instancePart = 'instance'

/** A DB subnet group, and in it an instance that is made once somebody chose its engine. */
export interface PlannedDatabase {
  readonly name: string
  readonly engine: Variable
  readonly instanceClass: Variable
  readonly network: PlannedNetwork
  readonly isPublic: boolean
}

/**
 * A DB subnet group lies in subnets of one VPC, in two zones at least; null where it would not.
 * @source https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
 */
export function plannedDatabase(
  workload: Workload,
  networks: readonly PlannedNetwork[],
  context: EmitContext,
): PlannedDatabase | null {
  const { design, input } = context
  const [network, ...others] = networks
  const zones = new Set(network?.subnets.map((subnet) => subnet.availabilityZone))
  if (!network || others.length > 0 || zones.size < 2) return null
  const databases = design.all('workload').filter((it) => it.workloadType === 'rds-db-instance')
  return {
    name: serviceName(workload, databases, { what: 'DB instance name', longest: 63 }, context),
    engine: input({
      words: ['engine'],
      type: 'string',
      default: null,
      isToSet: true,
      description: `Engine of ${workload.name}, such as postgres; without one there is only its subnet group.`,
      pattern: '[a-z][a-z0-9-]+',
      says: 'An engine of Amazon RDS, such as postgres.',
    }),
    instanceClass: input({
      words: ['instance class'],
      type: 'string',
      default: 'db.t4g.micro',
      description: `Instance class of ${workload.name}.`,
      pattern: 'db[.].+',
      says: 'A DB instance class, such as db.t4g.micro.',
    }),
    network,
    isPublic: Object.values(workload.interfaces).some((it) => it.publicAddress !== 'none'),
  }
}

const storageGib = 20
const administrator = 'dbadmin'

export function terraformDatabase(
  { name, engine, instanceClass, network, isPublic }: PlannedDatabase,
  workload: Workload,
  { block, strictTags }: EmitContext,
): Emission['blocks'] {
  return [
    block(
      'aws_db_subnet_group',
      { name, subnet_ids: network.subnets.map(({ id }) => ref(id)), tags: strictTags() },
      { part: groupPart },
    ),
    block(
      'aws_db_instance',
      {
        identifier: name,
        engine,
        instance_class: instanceClass,
        allocated_storage: storageGib,
        storage_encrypted: true,
        username: administrator,
        manage_master_user_password: true,
        final_snapshot_identifier: `${name}-final`,
        db_subnet_group_name: ref(workload.id, 'name', groupPart),
        vpc_security_group_ids: network.groups,
        publicly_accessible: isPublic,
        tags: strictTags(),
      },
      {
        part: instancePart,
        onlyIf: engine,
        dependsOn: network.waits,
        comment: [`To fill in: version, storage, backups and zones of ${workload.name}.`],
      },
    ),
  ]
}

export function cloudformationDatabase(
  { name, engine, instanceClass, network, isPublic }: PlannedDatabase,
  workload: Workload,
  { block, strictTags }: EmitContext,
): Emission['blocks'] {
  return [
    block(
      'AWS::RDS::DBSubnetGroup',
      {
        DBSubnetGroupName: name,
        DBSubnetGroupDescription: `Subnets of ${name}`,
        SubnetIds: network.subnets.map(({ id }) => ref(id)),
        Tags: strictTags(),
      },
      { part: groupPart },
    ),
    block(
      'AWS::RDS::DBInstance',
      {
        DBInstanceIdentifier: name,
        Engine: engine,
        DBInstanceClass: instanceClass,
        AllocatedStorage: String(storageGib),
        StorageEncrypted: true,
        MasterUsername: administrator,
        ManageMasterUserPassword: true,
        DBSubnetGroupName: ref(workload.id, 'id', groupPart),
        VPCSecurityGroups: network.groups,
        PubliclyAccessible: isPublic,
        Tags: strictTags(),
      },
      { part: instancePart, onlyIf: engine, dependsOn: network.waits },
    ),
  ]
}
