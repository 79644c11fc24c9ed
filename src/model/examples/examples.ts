import { centralInspection } from './central-inspection'
import type { Example } from './example'
import { privateLink } from './private-link'
import { s1 } from './s1'
import { s2 } from './s2'
import { s3 } from './s3'
import { s4 } from './s4'
import { s5 } from './s5'
import { s6 } from './s6'

/** The built-in examples, in the order of the start page. */
export const examples: readonly Example[] = [s1, s2, s3, s4, s5, s6, privateLink, centralInspection]
