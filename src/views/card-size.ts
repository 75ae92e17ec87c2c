/** The size of a card in pixels, which the large previews of all social networks show whole. */
export const cardSize = { width: 1200, height: 630 } as const;
