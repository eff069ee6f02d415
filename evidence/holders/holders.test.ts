// Holder lists: the published distributions reproduced, and the shapes and dirt that lists come with.
import { readFileSync } from 'node:fs'
import { concentrationProfile, rank } from '@equalizer/measure'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { SourceRefused } from '../reader.ts'
import { differences, referenceFacts } from '../reading/reference-facts.ts'
import { collect, refusalOf, sample, sampleAt } from '../reading/sample.ts'
import { holdersReader } from './holders.ts'

const address = (digit: string): string => `0x${digit.repeat(40)}`

describeWithData(
  'token distributions',
  [
    'tokens/reference.json',
    'tokens/uni_distribution.csv.gz',
    'tokens/op_airdrop4.csv.gz',
    'tokens/torn_airdrop.csv',
  ],
  ([reference, uni, op, torn]) => {
    const published = JSON.parse(readFileSync(reference as string, 'utf8'))
    const cases = [
      ['uni_distribution.csv.gz (wei)', uni, { asset: 'UNI' }, 252_803],
      ['op_airdrop4.csv.gz op_amount_raw', op, { asset: 'OP' }, 22_998],
      ['torn_airdrop.csv (wei)', torn, { asset: 'TORN', decimals: 18 }, 7_514],
    ] as const

    test.each(cases)(
      '%s: every published figure (Nakamoto: strictly more than half)',
      async (name, path, source, rows) => {
        const context = sampleAt(path as string, { kind: 'holders', ...source })
        const observations = await collect(holdersReader.read(context))
        const account = context.ledger.account()
        expect(account).toMatchObject({ rowsRead: rows, rowsUsed: rows, rowsRefused: 0 })
        expect(new Set(observations.map(({ id }) => id)).size).toBe(rows)
        // The files count smallest units, as the references do.
        expect(differences(referenceFacts(observations), published[name], 0)).toEqual([])
        expect(observations[0]).toMatchObject({
          kind: 'balance.held',
          atMs: null,
          decimals: 18,
          asset: source.asset,
        })
      },
    )

    test.each(cases)('%s: the measures give the published figures too', async (name, path, source) => {
      const context = sampleAt(path as string, { kind: 'holders', ...source })
      const weights = (await collect(holdersReader.read(context))).map(({ weight }) => weight)
      const profile = concentrationProfile(weights)
      const { hhi, gini_positive_holders, nakamoto_gt50, top1_share, total } = published[name]
      expect(String(rank(weights)?.total)).toBe(total)
      expect(profile?.nakamoto).toBe(nakamoto_gt50)
      expect(profile?.gini).toBeCloseTo(gini_positive_holders, 12)
      expect(profile?.maxShare).toBeCloseTo(top1_share, 14)
      expect((profile?.hhi ?? 0) / 10_000).toBeCloseTo(hhi, 14)
    })

    test('a second reading gives the same ids', async () => {
      const ids = async () =>
        (await collect(holdersReader.read(sampleAt(torn as string, { decimals: 18 })))).map(({ id }) => id)
      expect(await ids()).toEqual(await ids())
    })
  },
)

describe('holder lists', () => {
  async function read(name: string, content: string, source = {}) {
    const context = sample(name, content, { kind: 'holders', ...source })
    const observations = await collect(holdersReader.read(context))
    return {
      observations,
      account: context.ledger.account(),
      held: observations.map(({ actor, weight }) => [actor, weight]),
    }
  }
  const wanted = [
    [`eth:${address('a')}`, 1_500_000_000_000_000_000n],
    [`eth:${address('b')}`, 2_000_000_000_000_000_000n],
  ]

  test.each([
    [
      'an explorer’s export',
      'h.csv',
      `"HolderAddress","Balance"\r\n"${address('A')}","1.5"\r\n"${address('B')}","2"\r\n`,
      {},
    ],
    [
      'semicolons and a byte-order mark',
      'h.csv',
      `\uFEFFWallet;Quantity\n${address('a')};1.5\n${address('b')};2\n`,
      {},
    ],
    ['no header', 'h.csv', `${address('a')},1.5\n${address('b')},2`, {}],
    [
      'wei by name',
      'h.csv',
      `account,balance_wei\n${address('a')},1500000000000000000\n${address('b')},2e18\n`,
      {},
    ],
    [
      'declared decimals',
      'h.csv',
      `account,balance\n${address('a')},1500000000000000000\n${address('b')},2e18\n`,
      { decimals: 18 },
    ],
    [
      'JSON array',
      'h.json',
      JSON.stringify([
        { address: address('a'), balance: '1.5' },
        { address: address('b'), balance: 2 },
      ]),
      {},
    ],
    ['JSON by address', 'h.json', JSON.stringify({ [address('a')]: '1.5', [address('b')]: 2 }), {}],
    [
      'JSON claims of a Merkle drop',
      'h.json',
      JSON.stringify({
        merkleRoot: '0x0',
        claims: {
          [address('a')]: { index: 0, amount: '0x14d1120d7b160000', proof: [] },
          [address('b')]: { index: 1, amount: '2000000000000000000', proof: [] },
        },
      }),
      { decimals: 18 },
    ],
    [
      'JSONL',
      'h.jsonl',
      `{"owner":"${address('a')}","value":1.5}\n{"owner":"${address('b')}","value":2}\n`,
      {},
    ],
  ])('%s', async (_, name, content, source) => {
    const { held, account } = await read(name, content, source)
    expect(account.refusals).toEqual([])
    expect(held).toEqual(wanted)
  })

  test('what the supply leaves is held by nobody known', async () => {
    const { observations } = await read('h.csv', `address,amount\n${address('a')},40\n`, {
      supply: '100',
      asset: 'X',
    })
    expect(observations.at(-1)).toMatchObject({ actor: null, weight: 60n * 10n ** 18n, asset: 'X' })
  })

  test('a supply below the sum is left aside, and said', async () => {
    const { observations, account } = await read('h.csv', `address,amount\n${address('a')},40\n`, {
      supply: '30',
    })
    expect(observations).toHaveLength(1)
    expect(account.notes).toEqual([expect.stringContaining('more than the supply')])
  })

  test('bad rows stand in the ledger with their place; nothing is dropped', async () => {
    const rows = [
      `${address('a')},1`,
      '0x12,five',
      `${address('b')},-3`,
      `${address('c')},"1,000"`,
      `${address('d')},0`,
      ',7',
      `${address('e')},1,2`,
      'Ada <b>Lovelace</b>,2',
    ]
    const { account, observations } = await read('h.csv', `address,amount\n${rows.join('\n')}\n`)
    expect(account.refusals.map(({ line, column, code }) => [line, column, code])).toEqual([
      [8, null, 'evidence.ragged_row'],
      [3, 'amount', 'evidence.bad_amount'],
      [4, 'amount', 'evidence.negative_amount'],
      [5, 'amount', 'evidence.thousands_separator'],
      [7, 'address', 'evidence.empty_actor'],
    ])
    expect(account.passedOver).toEqual({ 'holds nothing': 1 })
    expect(account.rowsRead).toBe(account.rowsUsed + account.rowsRefused + 1)
    expect(observations.at(-1)).toMatchObject({
      actor: 'name:Ada <b>Lovelace</b>',
      actorName: 'Ada <b>Lovelace</b>',
    })
  })

  test('columns that cannot be told are refused by name', async () => {
    const context = sample('h.csv', 'foo,bar\nx,y\n', { kind: 'holders' })
    await expect(collect(holdersReader.read(context))).rejects.toThrow(/address, balance.*foo, bar/)
    expect(await refusalOf(holdersReader.read(context))).toBe('evidence.missing_columns')
    await expect(collect(holdersReader.read(context))).rejects.toBeInstanceOf(SourceRefused)
  })
})
