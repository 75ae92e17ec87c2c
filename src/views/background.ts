/** Background colours, light and dark, as in `styles/tokens.css`. A test keeps the two equal. */
export const paper = { light: '#fcfbf7', dark: '#14181a' } as const;
