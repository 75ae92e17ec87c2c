// The scripts of every page, loaded once it is readable. Each file is one convenience, and the failure of one does not
// stop the others.
import './shortcuts.client.ts';
import './marked-words.client.ts';
import './age-notice.client.ts';
import './new-chapters.client.ts';
import './reading-settings.client.ts';
import './heading-links.client.ts';
import './share-story.client.ts';
import './quote-link.client.ts';
import './offline.client.ts';
