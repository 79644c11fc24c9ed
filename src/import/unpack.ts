import { unzipSync } from 'fflate'
import type { Remark } from './report'

/** A file as it was dropped, picked or named, with its path inside the folder or archive. */
export interface InputFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** What is read of one file and of all together, unpacked: no description of a network is larger. */
export const limits = { file: 256 * 1024 * 1024, all: 512 * 1024 * 1024, files: 20_000 } as const

const isZip = ({ bytes }: InputFile) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** The files, those in archives among them; null where there is too much to read. */
export function unpack(
  files: readonly InputFile[],
  remarks: Remark[],
): readonly InputFile[] | null {
  let room = limits.all
  const unpacked: InputFile[] = []
  for (const file of files) {
    if (!isZip(file)) {
      room -= file.bytes.length
      unpacked.push(file)
    } else {
      // sizes are told before anything is unpacked, so that an archive that lies about them bursts nothing
      const wanted = (size: number): boolean => {
        room -= size
        return room >= 0 && size <= limits.file
      }
      try {
        const inside = unzipSync(file.bytes, {
          filter: (entry) => !entry.name.endsWith('/') && wanted(entry.originalSize),
        })
        for (const [path, bytes] of Object.entries(inside))
          unpacked.push({ path: `${file.path}/${path}`, bytes })
      } catch {
        remarks.push({ type: 'skipped', what: file.path, text: 'The archive is damaged.' })
      }
    }
    if (room < 0 || unpacked.length > limits.files) return null
  }
  return unpacked
}
