import { latin } from './words'

/** Half a surrogate pair cannot be written as UTF-8; it becomes the replacement character. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

/** The text on one line, for comments and headings. */
export function oneLine(text: string): string {
  return wellFormed(text)
    .replace(/[\p{Cc}\u2028\u2029\ufeff]+/gu, ' ')
    .trim()
}

/**
 * The text in the characters that EC2 accepts in names and descriptions of security groups and
 * their rules: letters beyond ASCII spelt in Latin, everything else a hyphen; 255 at most.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
 */
export function securityGroupText(text: string): string {
  return latin(wellFormed(text))
    .replace(/[^A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]+/g, '-')
    .slice(0, 255)
}

/**
 * Tags hold no control characters, each becomes a space, and not the two code points that XML, in
 * which EC2 answers, cannot say. Terraform composes characters with their accents, so that they are
 * composed here for both languages.
 * @source https://www.w3.org/TR/xml/#charsets
 */
export function tagText(text: string): string {
  return wellFormed(text)
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .normalize('NFC')
}

/** Are these the same text, however its accents are written? */
export const isSameText = (a: string, b: string): boolean =>
  a === b || a.normalize('NFC') === b.normalize('NFC')

/** The beginning of a text, in UTF-16 units; no character is cut in two. */
export function beginning(text: string, longest: number): string {
  return text.slice(0, longest).replace(/\p{Surrogate}$/u, '')
}

/**
 * Services other than EC2 take letters, digits, spaces and a few symbols in tags: all others become
 * a hyphen.
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Tag.html
 */
export function strictTagText(text: string): string {
  return tagText(text).replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]+/gu, '-')
}

/**
 * CloudFormation would look up `{{resolve:…}}` anywhere in a template, so that a name could read a
 * secret. A space breaks it up.
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export function withoutDynamicReference(text: string): string {
  return text.replace(/\{(?=\{\s*resolve\s*:)/gi, '{ ')
}
