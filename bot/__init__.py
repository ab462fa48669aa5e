"""Urakata (裏方): a self-hosted Slack bot for the work nobody sees."""
