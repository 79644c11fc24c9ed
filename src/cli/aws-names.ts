/**
 * What else a text may stand for in a design, by the words that AWS makes of its own ids: ARNs of EC2
 * and names in DNS. What it gives is an id of AWS, an address, or a pattern of an ARN.
 * @example otherwise('ip-10-0-1-9.ec2.internal') // '10.0.1.9'
 */
export function otherwise(text: string): string | RegExp | null {
  const [, inArn] = /^arn:[^:]*:ec2:[^:]*:\d*:[a-z-]+\/([a-z]+-[^/:]+)$/.exec(text) ?? []
  if (inArn) return inArn
  // a version or an alias of a function runs where the function does
  const [, fn] = /^(arn:[^:]*:lambda:[^:]*:\d*:function:[^:]+):[^:]+$/.exec(text) ?? []
  if (fn) return fn
  const [, a, b, c, d] = /^(?:ip|ec2)-(\d+)-(\d+)-(\d+)-(\d+)\./.exec(text) ?? []
  if (a && b && c && d && isOfEc2(text)) return [a, b, c, d].join('.')
  const [, instance] = /^(i-[0-9a-f]+)\./.exec(text) ?? []
  if (instance && isOfEc2(text)) return instance
  return database(text) ?? serviceIn(text)
}

/**
 * A service of AWS in one Region, as endpoints and DNS name it; buckets and APIs stand before it.
 * @example serviceIn('logs.s3.eu-west-1.amazonaws.com') // 's3.eu-west-1'
 * @source https://docs.aws.amazon.com/general/latest/gr/rande.html
 */
export function serviceIn(text: string): string | null {
  const [, here, named] =
    /^com\.amazonaws\.([a-z]{2}(?:-[a-z]+)+-\d)\.([a-z0-9.-]+)$/.exec(text) ?? []
  if (here && named) return `${named}.${here}`
  // the oldest name of all, which is that of one Region
  if (text === 's3.amazonaws.com') return 's3.us-east-1'
  const [, word, region] =
    /(?:^|\.)([a-z0-9-]+?)(?:\.dualstack)?\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(?:\.cn)?$/.exec(
      text,
    ) ?? []
  if (!word || !region) return null
  // Amazon ECR puts the parts of its names the other way round
  const [, part] = /(?:^|\.)(api|dkr)\.ecr\./.exec(text) ?? []
  return part && word === 'ecr' ? `ecr.${part}.${region}` : `${word}.${region}`
}

/** @source https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html */
const isOfEc2 = (text: string): boolean =>
  /\.(?:internal|compute(?:-1)?\.amazonaws\.com(?:\.cn)?)$/.test(text)

/** The ARN of a database instance. */
function database(text: string): RegExp | null {
  const [, name, region] =
    /^([a-z0-9-]+)\.[a-z0-9]+\.([a-z0-9-]+)\.rds\.amazonaws\.com/.exec(text) ?? []
  return name && region ? new RegExp(`:${region}:\\d*:db:${name}$`) : null
}
