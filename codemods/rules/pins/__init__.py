"""Files that say which TensorFlow and which Python to install follow the migrated programs."""
