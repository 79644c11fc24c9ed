/** The codes live with the kinds, whose forwarding gives them; everybody else reads them here. */
export { codes, details, type Code, type Detail } from '../kinds/codes'
