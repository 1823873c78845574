import { useMantineColorScheme } from '@mantine/core'
import { ChoiceChips } from './choice-chips.tsx'
import { IconDeviceTablet, IconMoon, IconSun } from './icons.ts'

const options = [
  { value: 'auto', label: 'As the device', icon: IconDeviceTablet },
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
] as const

/** Light, dark or as the device; kept on this device. */
export function SchemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <ChoiceChips
      label="Light or dark"
      options={options}
      value={colorScheme}
      clearable={false}
      onChange={(value) => setColorScheme(value ?? 'auto')}
    />
  )
}
