const STAGES = new Map<string, string>([
  ['drafted', 'Draft, not issued'],
  ['issued', 'Issued'],
  ['w1-reviewed', '“Within 1 week” reviewed'],
  ['w3-reviewed', '“Within 3 weeks” reviewed'],
  ['w6-reviewed', '“By week 6” reviewed'],
  ['extended', 'Extended'],
  ['ended', 'Ended'],
])

/** Where a plan stands, in words. @param stage of `repMachine`; absent where nothing is decided yet */
export const repStageWords = (stage = 'drafted'): string => STAGES.get(stage) ?? stage
