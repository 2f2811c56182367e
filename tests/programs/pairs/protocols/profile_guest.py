class Profile:
    changes = []

    def __setattr__(self, name, value):
        Profile.changes[:] = [(name, value)]
        object.__setattr__(self, name, value)


profile = Profile()
for version in range(12_000):
    profile.version = version
    profile.label = f"v{version}"
print(profile.label)
