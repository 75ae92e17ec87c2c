export default { permalink: ({ page }) => `${page.filePathStem.replace('/stories', '')}/index.html` };
