import { expect, test } from './fixtures'
import { barriersOn } from './pages/axe'
import { Files } from './pages/files'
import { Library } from './pages/library'
import { takeOption } from './pages/menu'

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })

const template = `
Metadata:
  AWS::CloudFormation::Interface:
    ParameterLabels: {VpcCidr: {default: Block of the VPC}}
Parameters:
  VpcCidr:
    Type: String
    AllowedPattern: '(\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}'
    ConstraintDescription: Write a CIDR block.
  Size: {Type: String, AllowedValues: [small, large], Default: small}
  Secret: {Type: String, NoEcho: true, Default: hush-hush}
Conditions:
  IsLarge: !Equals [!Ref Size, large]
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref VpcCidr, Tags: [{Key: Name, Value: Shop}]}}
  SubnetA:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Vpc, CidrBlock: !Select [0, !Cidr [!Ref VpcCidr, 2, 8]]}
  SubnetB:
    Type: AWS::EC2::Subnet
    Condition: IsLarge
    Properties: {VpcId: !Ref Vpc, CidrBlock: !Select [1, !Cidr [!Ref VpcCidr, 2, 8]]}
`

test('a template asks for its parameters, by mouse and by keyboard, and is read again with others', async ({
  designer,
  page,
}) => {
  const files = new Files(page)
  await designer.start.open()
  await files.importFromStart(file('shop.yaml', template))
  const form = files.parameters('shop')
  const block = form.getByRole('textbox', { name: 'Block of the VPC' })
  await expect(block).toBeFocused()
  await expect(form.getByLabel('Secret')).toHaveAttribute('type', 'password')
  await expect(form.getByText('hush-hush')).toHaveCount(0)
  await form.getByRole('button', { name: 'Continue' }).click()
  await expect(block).toHaveAccessibleDescription(/It needs a value/)
  expect(await barriersOn(page, '[role=dialog]')).toEqual([])
  await block.fill('10.0.0.0')
  await expect(block).toHaveAccessibleDescription(/Write a CIDR block/)
  await block.fill('10.0.0.0/16')
  await expect(block).not.toHaveAccessibleDescription(/Write a CIDR block/)
  await form.getByRole('combobox', { name: 'Size' }).click()
  await takeOption(page, 'large')
  await form.getByRole('button', { name: 'Continue' }).click()
  const report = files.report('shop')
  await expect(report).toContainText('2 parameters have values from you.')

  // from here on without the mouse
  await report.getByRole('button', { name: 'Change values…' }).press('Enter')
  await expect(block).toBeFocused()
  await expect(block).toHaveValue('10.0.0.0/16')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('10.7.0.0/16')
  await page.keyboard.press('Enter')
  const review = files.review('shop')
  await expect(review).toContainText('10.7.0.0/16')
  await review.getByRole('button', { name: 'Change values…' }).press('Enter')
  await expect(block).toBeFocused()
  await expect(block).toHaveValue('10.7.0.0/16')
  await page.keyboard.press('Enter')
  await review.getByRole('button', { name: 'Import 3 into this design' }).press('Enter')
  await expect(report).toContainText('Into shop: 3 resources')
  await page.keyboard.press('Escape')
  await expect(report).toBeHidden()
  expect(await designer.savedFile()).toContain('10.7.1.0/24')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(designer.undo).toBeDisabled()
  expect(await designer.savedFile()).toContain('10.0.1.0/24')
})

test('an import that is cancelled, asked or at work, leaves the design and the library as they are', async ({
  designer,
  page,
}) => {
  const files = new Files(page)
  await designer.start.open()
  await files.importFromStart(file('shop.yaml', template))
  const form = files.parameters('shop')
  await form.getByRole('textbox', { name: 'Block of the VPC' }).fill('10.0.0.0/16')
  await page.keyboard.press('Enter')
  await files.closeReport('shop')
  await expect(designer.savedState).toBeVisible()
  const before = await designer.savedFile()

  await files.importInto(file('shop.yaml', template.replace('SubnetA', 'SubnetC')))
  await form.getByRole('button', { name: 'Cancel' }).click()
  await expect(form).toBeHidden()

  // a pattern that is never done with its text keeps the import at work for good
  const endless = template.replace(/AllowedPattern: .*/, "AllowedPattern: '(a|aa)+'")
  await files.importInto(file('shop.yaml', endless))
  await form.getByRole('textbox', { name: 'Block of the VPC' }).fill(`${'a'.repeat(200)}!`)
  await page.keyboard.press('Enter')
  await expect(form.getByRole('button', { name: 'Continue' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await expect(designer.canvas.said('Import cancelled. Nothing was changed.')).toBeAttached()

  expect(await designer.savedFile()).toBe(before)
  await expect(designer.undo).toBeDisabled()
  await designer.start.open()
  await expect(new Library(page).names()).toHaveText(['shop'])
})
