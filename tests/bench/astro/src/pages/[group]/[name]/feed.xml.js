import { getListings, renderFeed } from '../../../listings.js';

export async function getStaticPaths() {
  const listings = await getListings();
  return listings.map(({ group, name, title, stories }) => ({ params: { group, name }, props: { title, stories } }));
}

export function GET({ params, props }) {
  return renderFeed(props.title, `/${params.group}/${params.name}/`, props.stories);
}
