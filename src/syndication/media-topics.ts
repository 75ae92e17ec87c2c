/** The vocabulary of IPTC Media Topics, which is also the beginning of every topic's own address. */
export const mediaTopicScheme = 'http://cv.iptc.org/newscodes/mediatopic/';
