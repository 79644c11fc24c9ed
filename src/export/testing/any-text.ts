import fc from 'fast-check'

/** What breaks careless printers, each by itself. */
export const traps: readonly string[] = [
  'say "hi" \\ it\'s',
  '${aws_vpc.x.id}',
  '$${a} $$${b} \\${c}',
  '%{ if true }x%{ endif }',
  '$%{a} %${b} $ % $$ %%',
  '{{resolve:ssm:/secret}}',
  '{{{ resolve :secretsmanager:x}}',
  '!Ref Vpc',
  '!Sub "${AWS::AccountId}"',
  '${!Literal}',
  'Fn::Sub',
  '{"Ref": "AWS::Region"}',
  'yes',
  'NO',
  'off',
  'null',
  '~',
  '007',
  '0x1F',
  '1e3',
  '.inf',
  '12:30:45',
  '2026-11-23',
  '<<',
  '=',
  '- item',
  '? key',
  'a: b',
  'a #b',
  '# heading',
  '&anchor *alias',
  '|',
  '>-',
  '@at `tick`',
  '[a, b]',
  '{a: b}',
  '<<EOT\nuser\nEOT',
  '*/ // /* #',
  'two\nlines\r\nand\ta tab',
  'a\u2028b\u2029c\u0085d',
  '\ufeffmark',
  '\u0000\u0001\u001b[31m\u007f\u009f',
  '\u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd',
  'rocket 🚀👩‍👩‍👧',
  'e\u0301 \u00e9 \u212b \u1100\u1161',
  '\u0958\u0958',
  '\ud800 lone',
  'lone \udc00',
  '\ufffe\uffff',
  '\u{1fffe}',
  ' leading',
  'trailing ',
  '   ',
  '!!! ???',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  "'=1",
  '"; touch pwned; "',
  '$(touch pwned)',
  '`touch pwned`',
  'aws ec2 delete-vpc --vpc-id x; touch pwned',
  '<script>alert(1)</script>',
  '&amp; &copy; [a](b) **c**',
  'version',
  'source',
  'Name',
  'aws:reserved',
  'AWS:Reserved',
  'com.amazonaws.own',
  'internal-lb',
  'sg-0123',
  '__proto__',
  'constructor',
  'CON',
  '../../etc/passwd',
  '한국어 서울 本社 Zürich',
]

/** Texts up to this length in UTF-16 units, from one unit on: random ones of all kinds, and traps. */
export function anyText(longest: number): fc.Arbitrary<string> {
  const unit = fc.constantFrom('binary', 'grapheme', 'grapheme-ascii')
  const random = fc
    .tuple(unit, fc.nat(30))
    .chain(([kind, maxLength]) =>
      fc.string({ unit: kind as 'binary', minLength: 1, maxLength: maxLength + 1 }),
    )
  const long = fc
    .constantFrom('x', '本', '🚀', '\u0958', 'e\u0301', ' "', '${')
    .map((each) => each.repeat(longest))
  const mixed = fc
    .array(fc.oneof(fc.constantFrom(...traps), random), { minLength: 2, maxLength: 4 })
    .map((parts) => parts.join(''))
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.constantFrom(...traps) },
      { weight: 5, arbitrary: random },
      { weight: 4, arbitrary: mixed },
      { weight: 1, arbitrary: long },
    )
    .map((text) => text.slice(0, longest))
}
