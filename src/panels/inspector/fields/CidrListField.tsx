import { nextFreeVpcCidr } from '../../../model/edits/free-cidr'
import { blocksOf } from '../../../model/peering'
import { associationProblem } from '../../../model/vpc-blocks'
import { isCidr, isCidr4, type Cidr4 } from '../../../net/cidr'
import type { Family } from '../../../net/ip'
import { changeVpcBlock } from '../../../store/commands/vpc'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { cidr6Problem } from '../advice/cidr6'
import { listProblem } from '../advice/list'
import { vpcBlockProblem } from '../advice/vpc-block'
import type { FieldProps } from '../edit'
import { Lines } from './ListField'

const isBlock4 = (text: string): text is Cidr4 => isCidr(text) && isCidr4(text)

/** Several blocks, such as the secondary ones of a VPC. */
export function CidrListField({ family, ...props }: FieldProps & { readonly family: Family }) {
  const { resource, fieldKey } = props
  const designer = useDesignerStore()
  const document = useDesigner((state) => state.document)
  const inDesign = useDesigner(design)
  const ofVpc = resource.kind === 'vpc' && family === 'IPv4' ? resource : null
  const propose = () => {
    const free = ofVpc && nextFreeVpcCidr(document)
    const joins =
      free && associationProblem(blocksOf(ofVpc), free)?.code !== 'restricted' ? free : null
    return joins ?? ''
  }
  return (
    <Lines
      {...props}
      noun="CIDR"
      example={family === 'IPv4' ? '10.0.0.0/16' : '2001:db8:1234::/56'}
      empty="None."
      propose={propose}
      check={(text, instead) =>
        ofVpc
          ? vpcBlockProblem(text, ofVpc, instead as Cidr4 | null, document, inDesign)
          : (listProblem(resource, fieldKey, text, instead) ??
            (family === 'IPv6' ? cidr6Problem(text, resource, inDesign) : null))
      }
      onReplace={
        ofVpc
          ? (from, to) => {
              if (isBlock4(from) && isBlock4(to))
                designer.run(changeVpcBlock, { vpcId: ofVpc.id, from, to })
            }
          : undefined
      }
    />
  )
}
