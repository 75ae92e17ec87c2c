/** The vocabulary of IPTC Media Topics, with which every topic's own address begins. */
export const mediaTopicScheme = 'http://cv.iptc.org/newscodes/mediatopic/';
