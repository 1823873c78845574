/*
 * An invented class and its papers. The kinds of question are those of a test that was set; their codes
 * are our own reading of them, and the marks are made up.
 */

/** Number, marks, kind, code, year of content, strand and demand of a question. */
export type DemoItem = readonly [
  q: string,
  max: number,
  kind: string,
  code: string,
  fromYear: number,
  strand: string,
  tier: 'WT' | 'EX' | 'GD' | null,
]

const [CALCULATIONS, FRACTIONS, RATIO] = [
  'Calculations',
  'Fractions, decimals and percentages',
  'Ratio and proportion',
]

export const ARITHMETIC: readonly DemoItem[] = [
  ['1', 1, 'Subtraction', '3C1', 3, CALCULATIONS, null],
  ['2', 1, 'Addition', '4C2', 4, CALCULATIONS, null],
  ['3', 1, 'Multiplication', '4C7', 4, CALCULATIONS, null],
  ['4', 1, 'Addition', '4C2', 4, CALCULATIONS, null],
  ['5', 1, 'Multiple integers', '4C6b', 4, CALCULATIONS, null],
  ['6', 1, 'Multiply by 10', '5C6b', 5, CALCULATIONS, null],
  ['7', 1, 'Decimal addition', '5F10', 5, FRACTIONS, null],
  ['8', 1, 'Subtraction', '4C2', 4, CALCULATIONS, null],
  ['9', 1, 'Division', '4C6b', 4, CALCULATIONS, null],
  ['10', 1, 'Multiplication', '4C7', 4, CALCULATIONS, null],
  ['11', 1, 'Division', '4C6b', 4, CALCULATIONS, null],
  ['12', 1, 'Missing number', '4C4', 4, CALCULATIONS, null],
  ['13', 1, 'Division', '5C7b', 5, CALCULATIONS, null],
  ['14', 1, 'Multiplying fractions', '6F5a', 6, FRACTIONS, null],
  ['15', 1, 'Division', '5C7b', 5, CALCULATIONS, null],
  ['16', 1, 'Adding fractions', '5F4', 5, FRACTIONS, null],
  ['17', 1, 'Divide by 10', '5C6b', 5, CALCULATIONS, null],
  ['18', 1, 'Adding fractions', '6F4', 6, FRACTIONS, null],
  ['19', 1, 'Decimal subtraction', '5F10', 5, FRACTIONS, null],
  ['20', 2, 'Long multiplication', '6C7a', 6, CALCULATIONS, null],
  ['21', 1, 'Dividing fractions', '6F5b', 6, FRACTIONS, null],
  ['22', 1, 'Adding mixed numbers', '6F4', 6, FRACTIONS, null],
  ['23', 1, 'Order of operations', '6C9', 6, CALCULATIONS, null],
  ['24', 1, 'Decimal multiplication', '6F9b', 6, FRACTIONS, null],
  ['25', 2, 'Long division', '6C7b', 6, CALCULATIONS, null],
  ['26', 1, 'Short division', '5C7b', 5, CALCULATIONS, null],
  ['27', 1, 'Percentages', '6R2', 6, RATIO, null],
  ['28', 1, 'Dividing fractions', '6F5b', 6, FRACTIONS, null],
  ['29', 2, 'Long multiplication', '6C7a', 6, CALCULATIONS, null],
  ['30', 1, 'Percentages', '6R2', 6, RATIO, null],
  ['31', 1, 'Decimal multiplication', '6F9b', 6, FRACTIONS, null],
  ['32', 1, 'Missing number fraction', '5F4', 5, FRACTIONS, null],
  ['33', 2, 'Long division', '6C7b', 6, CALCULATIONS, null],
  ['34', 1, 'Subtracting fractions', '6F4', 6, FRACTIONS, null],
  ['35', 1, 'Percentages', '6R2', 6, RATIO, null],
  ['36', 1, 'Fraction of amount', '4F10a', 4, FRACTIONS, null],
]

export const SCIENCE: readonly DemoItem[] = [
  ['1a', 1, 'Label a cell', '8B1', 7, 'Biology', 'WT'],
  ['1b', 1, 'Name an organ', '8B1', 7, 'Biology', 'WT'],
  ['2', 2, 'States of matter', '7C1', 7, 'Chemistry', 'WT'],
  ['3a', 1, 'Read a scale', 'WS1', 7, 'Working scientifically', 'WT'],
  ['3b', 2, 'Plot a graph', 'WS1', 8, 'Working scientifically', 'EX'],
  ['4', 2, 'Energy stores', '8P1', 8, 'Physics', 'EX'],
  ['5a', 1, 'Balance an equation', '8C2', 8, 'Chemistry', 'EX'],
  ['5b', 2, 'Predict a product', '8C2', 8, 'Chemistry', 'EX'],
  ['6a', 2, 'Food tests', '8B2', 8, 'Biology', 'EX'],
  ['6b', 1, 'Explain digestion', '8B2', 8, 'Biology', 'EX'],
  ['7', 3, 'Speed and distance', '7P2', 7, 'Physics', 'EX'],
  ['8a', 2, 'Circuit readings', '8P3', 8, 'Physics', 'EX'],
  ['8b', 2, 'Resistance', '8P3', 8, 'Physics', 'GD'],
  ['9', 3, 'Plan an enquiry', 'WS2', 8, 'Working scientifically', 'EX'],
  ['10a', 2, 'Photosynthesis', '8B3', 8, 'Biology', 'WT'],
  ['10b', 2, 'Limiting factors', '8B3', 8, 'Biology', 'GD'],
  ['11', 2, 'Separate a mixture', '7C3', 7, 'Chemistry', 'EX'],
  ['12a', 1, 'Reaction rates', '8C4', 8, 'Chemistry', 'WT'],
  ['12b', 4, 'Explain an anomaly', 'WS2', 8, 'Working scientifically', 'GD'],
  ['13', 4, 'Energy transfers in the home', '8P1', 8, 'Physics', 'GD'],
]
