import { session } from './browser-session.ts'
import { hushStorageNoise } from './storage-noise.ts'

// Imported before any screen: the disk is asked already while those are put together.
hushStorageNoise()
void session.start()
