import { part, parts, text, texts, type Raw } from '../../../kinds/describe'
import type { Book, Entry } from '../book'
import { picked, type Item } from '../item'

/** The list of what instances are launched from; AWS answers none of that name. */
export const launchTemplates = 'LaunchTemplates'

/** The launch template that is named so, by its ID or its name. */
export function launched(named: Raw, book: Book): Entry | undefined {
  const name = text(named, 'LaunchTemplateName')
  return (
    book.find(launchTemplates, text(named, 'LaunchTemplateId')) ??
    (name === null
      ? undefined
      : book.all(launchTemplates).find(([, it]) => it['LaunchTemplateName'] === name)?.[1])
  )
}

/**
 * What an instance is launched with: what it says itself goes before what its launch template says.
 * One that hangs on a template that is not known is not known either.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/launch-instances-from-launch-template.html
 */
export function withLaunchTemplate({ id, address, properties }: Item, book: Book): Raw {
  const isWhole =
    parts(properties, 'NetworkInterfaces').length > 0 ||
    texts(properties, 'SecurityGroupIds').length > 0
  if (!Object.hasOwn(properties, 'LaunchTemplate') || isWhole) return properties
  const named = part(properties, 'LaunchTemplate')
  const found = launched(named, book)
  const doubt = found
    ? book.doubtOf(text(found, 'DoubtOf') ?? '')
    : `the launch template of ${address}`
  if (doubt !== null) book.doubt(id, doubt)
  const data = part(found ?? {}, 'Data')
  const faces = parts(data, 'NetworkInterfaces')
  if (faces.length === 0) return { ...picked(data, 'SecurityGroupIds'), ...properties }
  return {
    ...properties,
    NetworkInterfaces: faces.map((face, index) => ({
      ...(index === 0 && picked(properties, 'SubnetId')),
      DeviceIndex: String(index),
      ...face,
    })),
  }
}
