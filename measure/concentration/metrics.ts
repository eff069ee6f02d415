// The catalogue of metrics: what each is called, which way it points and where it comes from, for whoever shows them.

export interface MetricEntry {
  readonly key: string
  readonly name: string
  /** What a higher value means. */
  readonly direction: 'more concentrated' | 'less concentrated'
  readonly unit: string
  readonly source: string
  readonly meaning: string
}

const more = 'more concentrated'
const less = 'less concentrated'

const entry = (
  key: string,
  name: string,
  direction: MetricEntry['direction'],
  unit: string,
  source: string,
  meaning: string,
): MetricEntry => ({ key, name, direction, unit, source, meaning })

/** In the order in which they are best read. */
export const metricCatalog: readonly MetricEntry[] = [
  entry(
    'nakamotoCoefficient',
    'Nakamoto coefficient',
    less,
    'parties',
    'Srinivasan and Lee 2017',
    'The fewest parties who together have strictly more than half.',
  ),
  entry(
    'tauIndex',
    'Tau index',
    less,
    'parties',
    'Karakostas, Kiayias and Ovezik 2022',
    'The fewest parties who together reach a given percentage.',
  ),
  entry(
    'effectiveNumber',
    'Effective number',
    less,
    'parties',
    'Laakso and Taagepera 1979',
    'How many equal parties would be as concentrated as these.',
  ),
  entry(
    'hhi',
    'Herfindahl-Hirschman index',
    more,
    '0 to 10,000',
    'US DOJ and FTC Merger Guidelines 2023',
    'The sum of squared shares; 10,000 is one party alone.',
  ),
  entry(
    'gini',
    'Gini coefficient',
    more,
    '0 to 1',
    'Gini 1912',
    'How unequal the parties are; 0 is all the same, however few they are.',
  ),
  entry(
    'theil',
    'Theil index',
    more,
    'nats',
    'Theil 1967',
    'How far the shares are from equal, in information; 0 is equal.',
  ),
  entry(
    'shannonEntropy',
    'Shannon entropy',
    less,
    'bits',
    'Shannon 1948',
    'How uncertain it is whose the next unit of weight is.',
  ),
  entry(
    'renyiEntropy',
    'Renyi entropy',
    less,
    'bits',
    'Renyi 1961',
    'Entropy that counts the large more, the higher its order.',
  ),
  entry(
    'minEntropy',
    'Min-entropy',
    less,
    'bits',
    'Renyi 1961',
    'What the largest party alone leaves open; 0 is that it has everything.',
  ),
  entry(
    'hartleyEntropy',
    'Hartley entropy',
    less,
    'bits',
    'Hartley 1928',
    'How many parties have anything, as a power of two.',
  ),
  entry(
    'evenness',
    'Evenness',
    less,
    '0 to 1',
    'Pielou 1966',
    'Entropy as a part of what it would be if all who have anything had the same.',
  ),
  entry(
    'concentrationRatio',
    'Concentration ratio',
    more,
    '0 to 1',
    'Bain 1951',
    'The share of the few largest parties together.',
  ),
  entry(
    'maxShare',
    'Largest share',
    more,
    '0 to 1',
    'Berger and Parker 1970',
    'The share of the largest party.',
  ),
  entry(
    'totalEntities',
    'Total entities',
    less,
    'parties',
    'Karakostas, Kiayias and Ovezik 2022',
    'How many parties have anything at all.',
  ),
  entry(
    'contributorAbsenceFactor',
    'Contributor absence factor',
    less,
    'people',
    'CHAOSS',
    'The fewest contributors who did at least half of the work.',
  ),
  entry(
    'elephantFactor',
    'Elephant factor',
    less,
    'employers',
    'CHAOSS',
    'The fewest employers whose people did at least half of the work.',
  ),
  entry(
    'participation',
    'Participation',
    less,
    '0 to 1',
    'Turnout',
    'The part of the weight that could be exercised and was.',
  ),
  entry(
    'votingBlocEntropy',
    'Voting-bloc entropy',
    less,
    'bits',
    'Austgen et al. 2023',
    'Min-entropy of power over blocs of those who vote alike.',
  ),
]
