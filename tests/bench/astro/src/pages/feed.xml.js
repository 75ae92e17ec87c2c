import { getStories, renderFeed } from '../listings.js';

export async function GET() {
  return renderFeed('Peer', '/', await getStories());
}
