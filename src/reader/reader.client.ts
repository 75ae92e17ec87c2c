// What every page loads, after it can be read: each file is one convenience, and the failure of one stops no other.
import './shortcuts.client.ts';
import './marked-words.client.ts';
import './age-notice.client.ts';
import './new-chapters.client.ts';
import './reading-settings.client.ts';
import './heading-links.client.ts';
import './share-story.client.ts';
import './quote-link.client.ts';
import './offline.client.ts';
