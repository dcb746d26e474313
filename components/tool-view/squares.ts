/**
 * The colours of the emoji squares. The picture and the strips draw them: many computers, a school's for one, have no font for them.
 * picture.css paints the same colours.
 */
export const SQUARES: Readonly<Record<string, string>> = {
  '🟥': '#f44336',
  '🟧': '#fb9405',
  '🟨': '#fdcf3a',
  '🟩': '#7cb342',
  '🟦': '#1d7ad8',
  '🟪': '#a843bb',
  '🟫': '#b36b50',
  '⬛': '#444247',
  '⬜': '#e6e7ee',
}
