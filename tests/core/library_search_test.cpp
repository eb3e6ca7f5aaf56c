#include <QtTest>

int main(){}
