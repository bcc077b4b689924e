"""The trained network that reads: pieces of words in, tags, trees and names out; numpy alone."""
