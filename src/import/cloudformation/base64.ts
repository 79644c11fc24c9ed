import { strToU8 } from 'fflate'

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** @example base64('abcd') // 'YWJjZA==' */
export function base64(text: string): string {
  const bytes = strToU8(text)
  const groups = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, index) => {
    const [a = 0, b, c] = bytes.subarray(index * 3, index * 3 + 3)
    const bits = a * 65_536 + (b ?? 0) * 256 + (c ?? 0)
    const four = [18, 12, 6, 0].map((shift) => digits[Math.floor(bits / 2 ** shift) % 64] ?? '')
    return four
      .slice(0, b === undefined ? 2 : c === undefined ? 3 : 4)
      .join('')
      .padEnd(4, '=')
  })
  return groups.join('')
}
