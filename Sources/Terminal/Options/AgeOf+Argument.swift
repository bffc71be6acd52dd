internal import ArgumentParser
public import Catalogue
public import Records

// Conformances of public types are public, and so must the imports be that they name.

extension AgeOf: WordChoice {}

extension AgeScope: WordChoice {}
