import { describe, expect, it } from 'vitest'
import {
  documentOf,
  internetGateway,
  mainTable,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import { verdict } from '../testing/ask'

describe('a Lambda function in a VPC', () => {
  const document = documentOf(
    vpc('v', '10.0.0.0/16'),
    mainTable('v', 'v'),
    subnet('s', 'v', '10.0.1.0/24'),
    workload('host', 's'),
    workload('function', 's', { workloadType: 'lambda-function' }),
    workload('instance', 's'),
  )
  it('opens connections and takes none', () => {
    expect(verdict(document, 'function', 'host')).toBe('OK')
    expect(verdict(document, 'host', 'function')).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(verdict(document, 'host', 'instance')).toBe('OK')
  })
  it('NET-2: never has a public address, so an internet gateway does not serve it', () => {
    const inPublic = documentOf(
      vpc('v', '10.0.0.0/16'),
      internetGateway('g', 'v'),
      mainTable('v', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
      subnet('s', 'v', '10.0.1.0/24', { mapPublicIpOnLaunch: true }),
      ...(['lambda-function', 'ec2-instance'] as const).map((workloadType) =>
        workload(workloadType, 's', { workloadType }, { publicAddress: 'auto-assigned' }),
      ),
    )
    expect(verdict(inPublic, 'lambda-function', '1.1.1.1')).toBe(
      'NO(IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS)',
    )
    expect(verdict(inPublic, 'ec2-instance', '1.1.1.1')).toBe('OK')
  })
})
