import { assemble, type Example } from './example'
import { hubAccounts, hubAndSpoke } from './hub-and-spoke'

/** S5: three spokes reach the shared services over a transit gateway, and not each other. */
export const s5: Example = {
  id: 's5',
  title: 'Hub and spoke',
  about:
    'Three spokes reach shared services over a transit gateway, but not each other. See how two transit gateway route tables keep them apart, and what it takes to join two of them.',
  story: [
    'Look at the path from App 1 to the Directory: the route table "spokes" decides there, "shared services" on the way back.',
    'Ask for App 1 to App 2: the table "spokes" has no route to Spoke 2.',
    'Let Spoke 2 propagate to the table "spokes": the request arrives, its reply is lost.',
    'Let Spoke 1 propagate there as well, and both ways work. Undo both to keep the spokes apart.',
  ],
  flow: {
    source: 'workload:spoke-1',
    destination: 'workload:shared',
    protocol: 'tcp',
    port: 443,
  },
  document: assemble({
    name: 'Hub and spoke',
    description: 'Three spokes and a VPC with shared services on one transit gateway.',
    accounts: hubAccounts,
    ...hubAndSpoke(3),
  }),
}
