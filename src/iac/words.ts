// Revised Romanization, letter by letter: deterministic and readable, not phonetically exact
const initials = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ')
const medials = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const finals = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
}

/** A Hangul syllable block in Latin letters; null for any other character. */
function romanized(character: string): string | null {
  const index = (character.codePointAt(0) ?? 0) - 0xac00
  if (index < 0 || index >= 19 * 21 * 28) return null
  const [initial, medial, final] = [
    initials[Math.floor(index / 588)],
    medials[Math.floor((index % 588) / 28)],
    finals[index % 28],
  ]
  return `${initial}${medial}${final}`.replaceAll('-', '')
}

/**
 * The text in ASCII as far as it has letters: accents dropped, Hangul romanized, letters of other
 * scripts as their code point. Symbols, emoji included, stay as they are.
 * @example latin('Zürich 서울 本') // 'Zurich seoul u672c'
 */
export function latin(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text
  let spelt = ''
  for (const character of text.normalize('NFC')) {
    const bare = character.normalize('NFD').replace(/\p{M}/gu, '')
    const hangul = romanized(character)
    if (hangul !== null) spelt += hangul
    else if (character <= '\u007f') spelt += character
    else if (/^[\u0020-\u007e]+$/.test(bare)) spelt += bare
    else if (letters[character] !== undefined) spelt += letters[character]
    else if (/^[\p{L}\p{N}]$/u.test(character))
      spelt += `u${(character.codePointAt(0) ?? 0).toString(16)}`
    else spelt += character
  }
  return spelt
}

/** Long names are cut here, so that an identifier stays one a person can read. */
const longest = 48

/** The parts of a name that an identifier may hold, lower case. `wordsOf('App 1.b') // app, 1, b` */
function wordsOf(text: string): readonly string[] {
  return latin(text)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
}

/**
 * An identifier for Terraform: letters, digits, underscores. Empty when no letter is left.
 * @example snake(['VPC A', 'private-a']) // 'vpc_a_private_a'
 */
export function snake(texts: readonly string[]): string {
  return texts
    .map((text) => wordsOf(text).join('_').slice(0, longest).replace(/_$/, ''))
    .filter((text) => text !== '')
    .join('_')
}

/** An identifier for file and stack names: `kebab(['Main account', 'eu-west-1'])`. */
export function kebab(texts: readonly string[]): string {
  return snake(texts).replaceAll('_', '-')
}

/**
 * A CloudFormation logical ID: letters and digits only, an x between two numbers.
 * @example pascal(['VPC A', 'to 10.1.0.0/16']) // 'VpcATo10x1x0x0x16'
 */
export function pascal(texts: readonly string[]): string {
  return snake(texts)
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('_')
    .replace(/(?<=\d)_(?=\d)/g, 'x')
    .replaceAll('_', '')
}
