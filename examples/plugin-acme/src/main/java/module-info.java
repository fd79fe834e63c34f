/** Components for nn4j. */
module com.acme {
    requires dev.nn4j.api;

    provides dev.nn4j.api.Activation with
            com.acme.PRelu, com.acme.ScaledTanh;
    provides dev.nn4j.api.Initializer with
            com.acme.SparseNormal;
    provides dev.nn4j.api.Loss with
            com.acme.PseudoHuber;
    provides dev.nn4j.api.Optimizer with
            com.acme.Lion;
}
