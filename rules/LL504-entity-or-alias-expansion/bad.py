"""Parsers that are told to expand, and parsers that are not.

A function that ends in ``_bad`` switches a limit off; the line is marked.
One that ends in ``_ok`` must stay silent.
"""

import xml.etree.ElementTree as ElementTree
import xml.sax
import xml.sax.handler

import defusedxml.ElementTree
import xmltodict
from lxml import etree


def huge_tree_bad(data):
    parser = etree.XMLParser(huge_tree=True)  # expect: LL504
    return etree.fromstring(data, parser)


def entities_bad(data):
    parser = etree.XMLParser(resolve_entities=True, no_network=True)  # expect: LL504
    return etree.fromstring(data, parser)


def huge_iterparse_bad(source):
    for _, element in etree.iterparse(source, tag="row", huge_tree=True):  # expect: LL504
        element.clear()


def external_entities_bad(source, handler):
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, True)  # expect: LL504
    parser.setContentHandler(handler)
    parser.parse(source)


def defused_and_undone_bad(text):
    return defusedxml.ElementTree.fromstring(text, forbid_entities=False)  # expect: LL504


def dict_with_entities_bad(text):
    return xmltodict.parse(text, disable_entities=False)  # expect: LL504


def plain_element_tree_ok(text):
    return ElementTree.fromstring(text)


def limits_kept_ok(data):
    parser = etree.XMLParser(resolve_entities=False, huge_tree=False)
    return etree.fromstring(data, parser)


def decided_by_caller_ok(data, is_trusted):
    return etree.fromstring(data, etree.XMLParser(huge_tree=is_trusted))


def other_feature_ok(source, handler):
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_namespaces, True)
    parser.setFeature(xml.sax.handler.feature_external_ges, False)
    parser.setContentHandler(handler)
    parser.parse(source)


def defused_ok(text):
    return defusedxml.ElementTree.fromstring(text)


class Options:
    def __init__(self, huge_tree):
        self.huge_tree = huge_tree


def not_a_parser_ok():
    return Options(huge_tree=True)
