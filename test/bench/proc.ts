import { readFileSync, writeFileSync } from 'node:fs'

/** Linux counts a process's time in hundredths of a second. */
const TICKS = 100

/** Seconds of processor time of a process and all its threads so far. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name stands in brackets and may hold spaces: what counts comes after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

function statusMiB(pid: number, key: string): number {
  const found = new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(
    readFileSync(`/proc/${pid}/status`, 'utf8'),
  )
  return Number(found?.[1] ?? Number.NaN) / 1024
}

export const rssMiB = (pid: number) => statusMiB(pid, 'VmRSS')
/** The most memory it held since the last `resetPeak`. */
export const peakMiB = (pid: number) => statusMiB(pid, 'VmHWM')

export function resetPeak(pid: number) {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

export const loadAverage = (): string => readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? ''

/** Ticks of the whole machine by kind, in the kernel's order. */
const machineTicks = (): number[] =>
  (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/).slice(1).map(Number)

/** Seconds of processor time that the whole machine has spent, waiting apart. */
export function machineCpuSeconds(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = machineTicks()
  return (user + nice + system + irq + softirq + steal) / TICKS
}

/** Seconds in which this machine wanted a processor and its host gave it to somebody else. */
export const stolenSeconds = (): number => (machineTicks()[7] ?? 0) / TICKS
