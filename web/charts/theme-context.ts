// Which theme is shown, so that canvases know when to draw themselves anew.
import { createContext, useContext } from 'react'

export const ThemeContext = createContext('light')

export const useTheme = (): string => useContext(ThemeContext)
