import Testing

/// Everything that is told in a real browser, one story after the other: each has a server and a Chromium of its own.
@Suite(.serialized) enum BrowserStories {}
