import { ref } from '../../iac/value'
import { placeOf, type Emit } from '../emit'
import { associationPlan, proposalPart, reportAssociation } from './plan'

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dx_gateway_association */
export const terraform: Emit<'direct-connect-gateway-association'> = (association, context) => {
  const { design, block, output, account } = context
  const plan = associationPlan(association, design)
  reportAssociation(association, plan, context)
  if (plan.because) return { blocks: [], outputs: [] }
  const { direct, gateway, ownerId, isForeign, allowedPrefixes } = plan
  const what = {
    associated_gateway_id: ref(gateway.id),
    allowed_prefixes: allowedPrefixes.length > 0 ? allowedPrefixes : undefined,
  }
  const outputs = [
    output(
      ['association id'],
      `ID of the association ${association.name}.`,
      ref(association.id, 'dx_gateway_association_id'),
    ),
  ]
  if (!isForeign || ownerId === null)
    return {
      blocks: [block('aws_dx_gateway_association', { dx_gateway_id: ref(direct.id), ...what })],
      outputs,
    }
  return {
    blocks: [
      block(
        'aws_dx_gateway_association_proposal',
        {
          dx_gateway_id: ref(direct.id),
          dx_gateway_owner_account_id: account(direct.ownerId),
          ...what,
        },
        { part: proposalPart },
      ),
      block(
        'aws_dx_gateway_association',
        {
          proposal_id: ref(association.id, 'id', proposalPart),
          dx_gateway_id: ref(direct.id),
          associated_gateway_owner_account_id: account(ownerId),
        },
        // the owner of the Direct Connect gateway accepts
        { place: placeOf(direct, design) },
      ),
    ],
    outputs,
  }
}
