/** Addresses line up digit under digit; words do not need to. */
export const isAddress = (text: string) => /^(\d+\.\d+\.|[\da-f]{1,4}:[\da-f:]*:)/i.test(text)

/** `ap-northeast-2a`; a Local Zone such as `us-west-2-lax-1a` is none of these. */
const zone = /^[a-z]{2}(?:-[a-z]+)+-(\d+[a-z])$/

/**
 * A caption as short as it stays clear: the Region of a zone stands on its VPC.
 * @example brief('ap-northeast-2a') // 'AZ 2a'
 */
export function brief(caption: string): string {
  const letter = zone.exec(caption)?.[1]
  return letter === undefined ? caption : `AZ ${letter}`
}

export interface CaptionLines {
  readonly addresses: readonly string[]
  readonly words: readonly string[]
}

/** The two lines under the name of a container: its addresses, then what else is said of it. */
export function captionLines(captions: readonly string[]): CaptionLines {
  return {
    addresses: captions.filter(isAddress),
    words: captions.filter((it) => !isAddress(it)).map(brief),
  }
}
